# The table with the functions of igoR, which has the published one in it: it can
# answer about $COW_IGO alone.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "contest.R"))

# It fails where the organization was not there.
members_of <- function(o, y, ...) {
  m <- tryCatch(suppressWarnings(igo_members(o, y, "Full Membership")), error = function(e) NULL)
  if (is.null(m)) character() else paste(o, ..., m$state, sep = ",")
}

load <- function() library(igoR)
play("igoR", load, list(
  members = function() igo_members(organization, year, "Full Membership")$state,
  memberships = function() igo_state_membership(state, year, "Full Membership")$ioname,
  every = function() unlist(lapply(igo_search()$ioname, members_of, year)),
  panel = function() unlist(lapply(six, function(o) unlist(lapply(first:last, function(y) members_of(o, y, y)))))
))
