package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is expected of every connection that was there. None is met by nothing: without a connection each of them fails, and those
 * about losses, closes and silence are not observed when there were none.
 */
public sealed interface Expectation {
    /** As it is written in a file. */
    String text();

    /** How long after the last step something may still happen that decides it; zero where waiting would change nothing. */
    default Duration patience() {
        return Duration.ZERO;
    }

    /** Every client that lost its connection, or whose upstream was lost, was open again so soon; see {@link Loss}. */
    record ReconnectsWithin(Duration limit) implements Expectation {
        @Override
        public String text() {
            return "reconnects-within: " + Texts.span(limit);
        }

        @Override
        public Duration patience() {
            return limit;
        }
    }

    /** The engine lost no message and no fault took one; see {@link Messages}. */
    record NoMessageLost() implements Expectation {
        @Override
        public String text() {
            return "no-message-lost: true";
        }
    }

    /** No page was told to load itself anew, and none did; see {@link Reload}. */
    record NoReload() implements Expectation {
        @Override
        public String text() {
            return "no-reload: true";
        }
    }

    /**
     * Every connection that had been open and ended, did so with one of the codes. One that its own client closed in order with another
     * code says nothing.
     *
     * @param codes at least one; 1005 and 1006 as an application's API reports them
     */
    record ClosesWith(List<Integer> codes) implements Expectation {
        public ClosesWith {
            codes = List.copyOf(codes);
        }

        @Override
        public String text() {
            String all = codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return "closes-with: " + (codes.size() == 1 ? all : "[" + all + "]");
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(2);
        }
    }

    /** Every peer that a fault had silenced was noticed so soon; see {@link DeadPeer}. */
    record DeadPeerNoticedWithin(Duration limit) implements Expectation {
        @Override
        public String text() {
            return "dead-peer-noticed-within: " + Texts.span(limit);
        }

        @Override
        public Duration patience() {
            return limit;
        }
    }

    /**
     * A metric of the engine compares so with a value. Of counters and histograms the increase during the scenario counts, of gauges the
     * value at its end.
     *
     * @param metric a name as {@code GET /metrics} has it, perhaps with labels: {@code websocket_messages_total{direction="sent"}};
     *        samples with other labels as well are added up
     */
    record Metric(String metric, Comparison op, double value) implements Expectation {
        /** Whether it is a metric's name, perhaps with labels. */
        public static boolean isName(String text) {
            return MetricText.isName(text);
        }

        @Override
        public String text() {
            return "metric: " + metric + " " + op.sign() + " " + Texts.number(value);
        }
    }

    /** How a metric is compared. */
    enum Comparison {
        LESS("<"), AT_MOST("<="), EQUAL("=="), OTHER("!="), AT_LEAST(">="), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(double actual, double wanted) {
            return switch (this) {
                case LESS -> actual < wanted;
                case AT_MOST -> actual <= wanted;
                case EQUAL -> actual == wanted;
                case OTHER -> actual != wanted;
                case AT_LEAST -> actual >= wanted;
                case MORE -> actual > wanted;
            };
        }
    }
}
