package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.ChartPoints;

/**
 * A line of the chart, and what its points in sight say together; values are as the metric has them.
 *
 * @param number from 0, for its colour
 */
record Line(int number, String title, ChartPoints points, double last, double least, double mean, double most) {}
