package dev.socketscope.app.export;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.export.ExportFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menu items that save captured traffic, one for each format; what most people want stands first. */
public final class ExportItems {
    private ExportItems() {}

    /** The formats, and below them whether secrets go with them. @param what which connections, and which of their frames; asked when an item is chosen */
    public static List<MenuItem> of(TrafficExport export, Supplier<FrameQuery> what) {
        CheckMenuItem secrets = new CheckMenuItem(Strings.of("export.secrets"));
        secrets.setId("export-secrets");
        secrets.selectedProperty().bindBidirectional(export.secrets());
        Stream<MenuItem> formats = Stream
                .of(ExportFormat.HTML, ExportFormat.CSV, ExportFormat.ZIP, ExportFormat.HAR, ExportFormat.JSONL,
                        ExportFormat.PCAPNG)
                .map(format -> item(export, what, format));
        return Stream.concat(formats, Stream.of(new SeparatorMenuItem(), secrets)).toList();
    }

    private static MenuItem item(TrafficExport export, Supplier<FrameQuery> what, ExportFormat format) {
        MenuItem item = new MenuItem(Strings.of("export." + format.extension()));
        item.setId("export-" + format.extension());
        item.setOnAction(e -> export.save(format, what.get()));
        return item;
    }
}
