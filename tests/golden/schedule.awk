# The schedule of a trace: awk -f schedule.awk TRACE.trace.jsonl
#
# Prints a row `tick time_ns name` for every run of a step or a wakeup and of a call that has a
# name, then `end why`. A quote inside a text of the trace is escaped, so that "key": can only be
# a key.

function text_of(key,    start, length_) {
    if (!match($0, "\"" key "\":\"([^\"\\\\]|\\\\.)*\"")) {
        return ""
    }
    start = RSTART + length(key) + 4
    length_ = RLENGTH - length(key) - 5
    return plain(substr($0, start, length_))
}

function plain(text) {
    gsub(/\\"/, "\"", text)
    gsub(/\\\//, "/", text)
    gsub(/\\\\/, "\\", text)
    return text
}

function number_of(key) {
    if (!match($0, "\"" key "\":-?[0-9.eE+-]+")) {
        return ""
    }
    return substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 3)
}

NR > 1 {
    event = text_of("ev")
    if (number_of("t") != "") {
        time = sprintf("%.0f", number_of("t") * 1e9)
    }
}

event == "tick" { tick = number_of("n") }
event == "task" || event == "rename" { names[number_of("id")] = text_of("name") }
event == "ready" || event == "timer" {
    handle = number_of("h")
    what[handle] = text_of("what")
    task[handle] = number_of("task")
    name[handle] = text_of("name")
}
event == "run" {
    handle = number_of("h")
    if (what[handle] == "step" || what[handle] == "wakeup") {
        print tick, time, names[task[handle]]
    } else if (name[handle] != "") {
        print tick, time, name[handle]
    }
}
event == "end" { print "end", text_of("why") }
