package dev.socketscope.engine.doctor;

import dev.socketscope.engine.doctor.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one file, at most {@value #MOST}. */
final class Findings {
    private static final int MOST = 500;
    private final List<Finding> found = new ArrayList<>();

    void problem(int line, String where, String what, String why, String fix) {
        add(new Finding(Severity.PROBLEM, line, where, what, why, fix));
    }

    void hint(int line, String where, String what, String why, String fix) {
        add(new Finding(Severity.HINT, line, where, what, why, fix));
    }

    private void add(Finding finding) {
        if (found.size() < MOST && !found.contains(finding)) {
            found.add(finding);
        }
    }

    /** In the order of the file. */
    List<Finding> all() {
        return found.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }
}
