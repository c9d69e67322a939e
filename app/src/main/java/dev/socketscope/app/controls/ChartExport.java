package dev.socketscope.app.controls;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A small button through which a chart goes to other programs, as a picture or as a table. */
public final class ChartExport extends MenuButton {
    private final SaveDialog dialog;
    private final String name;
    private Supplier<byte[]> picture;

    /** @param name beginning of the file's name, for example {@code rtt} */
    public ChartExport(RttChart chart, String name, Memory memory) {
        super("", Icons.of(Feather.DOWNLOAD));
        getStyleClass().add("icon-menu");
        setAccessibleText(Strings.of("chart.export"));
        setTooltip(new Tooltip(Strings.of("chart.export")));
        this.name = name;
        picture = chart::png;
        dialog = new SaveDialog(chart, memory);
        getItems().setAll(
                item("png", () -> dialog.save(name + ".png", () -> picture.get())),
                item("csv", () -> dialog.save(name + ".csv", () -> bytes(chart.csv()))),
                item("copy", () -> Clip.copy(chart.csv())));
    }

    /** @param whole the chart together with what explains it, for the picture */
    public void picture(Node whole) {
        picture = () -> Png.encode(whole.snapshot(new SnapshotParameters(), null));
    }

    /** Offers what the lines come to as well. @param table of the figures, as CSV */
    public void figures(Supplier<String> table) {
        getItems().addAll(item("figures", () -> dialog.save(name + "-figures.csv", () -> bytes(table.get()))),
                item("figures-copy", () -> Clip.copy(table.get())));
    }

    private static byte[] bytes(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Strings.of("chart.export." + id));
        item.setId("chart-export-" + id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
