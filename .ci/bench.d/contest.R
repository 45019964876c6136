# What the contestants in R share: the files, the answers and the clock.
args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]
alone <- if (length(args) > 1) args[2] else NULL
ask <- strsplit(readLines(file.path(folder, "ask.txt")), "\t")
ask <- setNames(lapply(ask, function(x) x[-1]), vapply(ask, function(x) x[1], ""))
organization <- ask$organization
state <- ask$state
year <- as.integer(ask$year)
six <- ask$six
first <- as.integer(ask$first)
last <- as.integer(ask$last)
five <- ask$five

# The median time of a question in nanoseconds, of at least five.
clock <- function(question) {
  times <- c()
  begun <- proc.time()[["elapsed"]]
  while (length(times) < 5 || (proc.time()[["elapsed"]] - begun < 0.5 && length(times) < 2000)) {
    n <- 1
    repeat { # the clock of R tells milliseconds
      start <- proc.time()[["elapsed"]]
      for (i in seq_len(n)) question()
      took <- proc.time()[["elapsed"]] - start
      if (took >= 0.05) break
      n <- n * 4
    }
    times <- c(times, took / n)
  }
  median(times) * 1e9
}

play <- function(name, load, questions) {
  load()
  if (!is.null(alone)) return(invisible(questions[[alone]]()))
  answers <- file.path(folder, "answers", name)
  dir.create(answers, recursive = TRUE, showWarnings = FALSE)
  cat(sprintf("load\t%.0f\n", clock(load)))
  for (key in names(questions)) {
    writeLines(sort(unique(as.character(questions[[key]]())), method = "radix"), file.path(answers, key))
    cat(sprintf("%s\t%.0f\n", key, clock(questions[[key]])))
  }
}
