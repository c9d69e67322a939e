package dev.socketscope.engine.doctor;

import dev.socketscope.engine.doctor.Finding.Severity;
import java.util.List;

/**
 * What was found in one configuration.
 *
 * @param findings in the order of its lines; at most 500
 */
public record Diagnosis(ProxyType type, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether WebSockets come through and stay. Hints do not count. */
    public boolean healthy() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.PROBLEM);
    }
}
