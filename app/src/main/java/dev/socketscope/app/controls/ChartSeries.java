package dev.socketscope.app.controls;

/**
 * A line of a chart.
 *
 * @param name for people
 * @param colour number of a colour of the chart, from 0; they begin anew after the last
 * @param opacity 0 to 1
 * @param dashed tells it from another line of the same colour; what lies between the dashes is faint, so that no peak is lost
 * @param breakMicros points that are further apart than this are not joined
 */
public record ChartSeries(String name, int colour, double opacity, boolean dashed, long breakMicros,
        ChartPoints points) {
    /** So many colours there are. */
    public static final int COLOURS = 10;

    /** A line that is not dashed. */
    public ChartSeries(String name, int colour, double opacity, long breakMicros, ChartPoints points) {
        this(name, colour, opacity, false, breakMicros, points);
    }

    /** Style class of words in the colour of a line, {@code chart-line-0} and so on. */
    public static String style(int colour) {
        return "chart-line-" + colour % COLOURS;
    }
}
