# The table in R without packages: the published rows as a data frame.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "contest.R"))

load <- function() {
  igo <<- read.csv(file.path(folder, "igo.csv"), check.names = FALSE)
  states <<- setdiff(names(igo), c("ioname", "orgname", "year", "sdate", "deaddate", "longorgname", "ionum", "version"))
  full <<- as.matrix(igo[states]) == 1
}
play("R", load, list(
  members = function() states[full[igo$ioname == organization & igo$year == year, ]],
  memberships = function() igo$ioname[igo$year == year & full[, state]],
  every = function() {
    rows <- which(igo$year == year)
    cells <- which(full[rows, , drop = FALSE], arr.ind = TRUE)
    paste(igo$ioname[rows][cells[, 1]], states[cells[, 2]], sep = ",")
  },
  panel = function() {
    rows <- which(igo$ioname %in% six & igo$year >= first & igo$year <= last)
    cells <- which(full[rows, , drop = FALSE], arr.ind = TRUE)
    paste(igo$ioname[rows[cells[, 1]]], igo$year[rows[cells[, 1]]], states[cells[, 2]], sep = ",")
  },
  shared = function() unique(igo$ioname[rowSums(full[, five]) == length(five)])
))
