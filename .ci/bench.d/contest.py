"""What the contestants in Python share: the files, the answers and the clock."""
import pathlib
import statistics
import sys
import time

folder = pathlib.Path(sys.argv[1])
# With a question alone, it is asked once: start and answer, as a process.
alone = sys.argv[2] if len(sys.argv) > 2 else None
ask = {key: values for key, *values in (line.split("\t") for line in (folder / "ask.txt").read_text().splitlines())}
organization, state, year = ask["organization"][0], ask["state"][0], int(ask["year"][0])
six, first, last = ask["six"], int(ask["first"][0]), int(ask["last"][0])
five, lineage = ask["five"], ask.get("lineage", [None])[0]


def clock(question):
    """The median time of a question in nanoseconds, of at least five."""
    times, begun = [], time.perf_counter_ns()
    while len(times) < 5 or (time.perf_counter_ns() - begun < 5e8 and len(times) < 2000):
        start = time.perf_counter_ns()
        question()
        times.append(time.perf_counter_ns() - start)
    return int(statistics.median(times))


def play(name, load, questions, form="load"):
    """Load and ask. A question returns what answers it; lines makes text of that.
    What is loaded is the wide table, or the list of spells where form is "list"."""
    if alone:
        load()
        questions[alone][0]()
        return
    answers = folder / "answers" / name
    answers.mkdir(parents=True, exist_ok=True)
    print(f"{form}\t{clock(load)}")
    for key, (question, lines) in questions.items():
        text = sorted({str(line) for line in lines(question())})
        (answers / key).write_text("\n".join(text) + "\n")
        print(f"{key}\t{clock(question)}")
