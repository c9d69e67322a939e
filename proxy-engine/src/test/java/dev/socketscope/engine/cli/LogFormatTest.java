package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTest {
    private final LogRecord event = new LogRecord(Level.WARNING, "Not read: {0}\nand more");

    LogFormatTest() {
        event.setLoggerName("dev.socketscope.engine.relay.FrontDoor");
        event.setParameters(new Object[]{"\"x\""});
        event.setInstant(Instant.parse("2026-11-25T10:00:00Z"));
    }

    @Test
    void textNamesTheClassAndTheFirstLinesOfATrace() {
        event.setThrown(new IllegalStateException("broken"));

        assertThat(LogFormat.TEXT.formatter().format(event).lines())
                .anyMatch(line -> line.endsWith("WARNING FrontDoor: Not read: \"x\""))
                .contains("  java.lang.IllegalStateException: broken")
                .anyMatch(line -> line.startsWith("    at " + LogFormatTest.class.getName()))
                .hasSizeLessThanOrEqualTo(3 + 12);
    }

    @Test
    void jsonIsOneLineWhateverIsInIt() {
        event.setThrown(new IllegalStateException("broken"));

        String text = LogFormat.JSON.formatter().format(event);

        assertThat(text.lines()).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(text);
        assertThat(line.path("at").asString()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(line.path("level").asString()).isEqualTo("WARNING");
        assertThat(line.path("logger").asString()).isEqualTo("FrontDoor");
        assertThat(line.path("message").asString()).isEqualTo("Not read: \"x\"\nand more");
        assertThat(line.path("thrown").asString()).isEqualTo("java.lang.IllegalStateException: broken");
        assertThat(line.path("trace").get(0).asString()).contains(LogFormatTest.class.getName());
    }
}
