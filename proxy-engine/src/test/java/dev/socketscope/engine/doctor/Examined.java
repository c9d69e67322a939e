package dev.socketscope.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.doctor.Finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A configuration and what the doctor says of it, in short. */
record Examined(String text, Diagnosis diagnosis) {

    static Examined of(String text) {
        return of(text, Duration.ofSeconds(30));
    }

    static Examined of(String text, Duration pingInterval) {
        try {
            return new Examined(text, new Doctor(pingInterval).examine("x.conf", text, Optional.empty()));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    /** Problems as {@code line where: what}. */
    List<String> problems() {
        return told(Severity.PROBLEM);
    }

    List<String> hints() {
        return told(Severity.HINT);
    }

    private List<String> told(Severity severity) {
        assertThat(diagnosis.findings()).allSatisfy(f -> {
            assertThat(f.line()).isBetween(1, (int) text.lines().count());
            assertThat(f.why()).isNotBlank();
            assertThat(f.fix()).isNotBlank();
        });
        return diagnosis.findings()
                .stream()
                .filter(f -> f.severity() == severity)
                .map(f -> f.line() + " " + f.where() + ": " + f.what())
                .toList();
    }
}
