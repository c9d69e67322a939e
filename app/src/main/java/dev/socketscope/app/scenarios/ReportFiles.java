package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.report.JUnitReport;
import dev.socketscope.engine.report.JsonReport;
import dev.socketscope.engine.scenario.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves reports to files of a person's choice. */
final class ReportFiles {
    private final Function<String, @Nullable Path> ask;
    private final BiConsumer<String, String> tell;

    /**
     * @param ask where to save, given a name to begin with
     * @param tell gets a title and a sentence about what came of it
     */
    ReportFiles(Function<String, @Nullable Path> ask, BiConsumer<String, String> tell) {
        this.ask = ask;
        this.tell = tell;
    }

    void json(Report report) {
        save(report.scenario().name() + ".json", JsonReport.of(report));
    }

    void junit(Report report) {
        save(report.scenario().name() + ".xml", JUnitReport.of(report));
    }

    private void save(String name, String text) {
        Path file = ask.apply(name);
        if (file != null) {
            try {
                Files.writeString(file, text);
                tell.accept(Strings.of("scenarios.report"), Strings.of("scenarios.saved", file.toString()));
            } catch (IOException e) {
                tell.accept(Strings.of("scenarios.report"),
                        Strings.of("scenarios.not.saved", String.valueOf(e.getMessage())));
            }
        }
    }
}
