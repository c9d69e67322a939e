package dev.socketscope.app.controls;

import java.util.List;

/** A chart's points as a table for other programs (RFC 4180): one line for each point, in the order of the series. */
final class ChartCsv {
    private ChartCsv() {}

    /** @param unit of the values; a point that was missing has none */
    static String of(List<ChartSeries> series, TimeView view, String unit) {
        StringBuilder text = new StringBuilder("series,time,").append(unit).append("\r\n");
        for (ChartSeries each : series) {
            ChartPoints points = each.points();
            int end = points.from(view.to());
            for (int i = points.from(view.from()); i < end; i++) {
                text.append(quoted(each.name())).append(',').append(ChartTicks.instant(points.time(i))).append(',');
                if (!Float.isNaN(points.value(i))) {
                    text.append(points.value(i));
                }
                text.append("\r\n");
            }
        }
        return text.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
