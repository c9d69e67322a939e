package dev.socketscope.app.controls;

import java.util.function.BiConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Leads from a moment in a chart to what happened then: by its context menu, or by Enter where a person has walked to. */
public final class ChartMoments {
    private final RttChart chart;
    private final BiConsumer<ChartSeries, Long> open;
    private final MenuItem item = new MenuItem("", Icons.of(Feather.LIST));
    private final ContextMenu menu = new ContextMenu(item);
    private @Nullable ChartSeries series;
    private long micros;

    private ChartMoments(RttChart chart, BiConsumer<ChartSeries, Long> open) {
        this.chart = chart;
        this.open = open;
        item.setId("chart-moment");
        item.setOnAction(event -> open());
        chart.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::ask);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** @param open gets the line and the moment in microseconds */
    public static void install(RttChart chart, BiConsumer<ChartSeries, Long> open) {
        new ChartMoments(chart, open);
    }

    private void ask(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            walked();
        } else {
            series = chart.nearest(event.getX(), event.getY());
            micros = chart.moment(event.getX());
        }
        if (series != null) {
            item.setText(Strings.of("chart.moment", series.name(), chart.time(micros)));
            menu.show(chart, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            walked();
            open();
            event.consume();
        }
    }

    private void walked() {
        series = chart.foremost();
        micros = chart.walkedTo();
    }

    private void open() {
        if (series != null) {
            open.accept(series, micros);
        }
    }
}
