package dev.socketscope.engine.prometheus;

import java.util.List;

/**
 * Everything that one text holds.
 *
 * @param families in the order of the text
 * @param mistakes the first {@value #MOST_MISTAKES} at the most; what they do not concern has been read
 * @param wrongLines how many lines were left out, also those whose mistakes are not told
 * @param left samples left out because there are more than {@value #MOST_SAMPLES}
 */
public record Scrape(List<MetricFamily> families, List<Mistake> mistakes, int wrongLines, int left) {
    public static final int MOST_MISTAKES = 20;
    public static final int MOST_SAMPLES = 50_000;
    public static final Scrape NOTHING = new Scrape(List.of(), List.of(), 0, 0);

    /** How many values. */
    public int samples() {
        return families.stream().mapToInt(family -> family.samples().size()).sum();
    }
}
