package dev.socketscope.app.controls;

/**
 * A line of a chart.
 *
 * @param name for people
 * @param colour number of a colour of the chart, from 0; they begin anew after the last
 * @param opacity 0 to 1
 * @param breakMicros points that are further apart than this are not joined
 */
public record ChartSeries(String name, int colour, double opacity, long breakMicros, ChartPoints points) {}
