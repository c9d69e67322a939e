package dev.socketscope.engine.api;

/**
 * One of the four figures that tell whether the tunnel does its work.
 *
 * @param value in the unit of its kind; NaN while nothing was measured
 * @param samples how many observations it stands on
 * @param alerting whether an alert is raised
 */
public record ServiceLevel(Kind kind, double value, long samples, boolean alerting) {

    /** The figures with target and alert threshold. */
    public enum Kind {
        /** Upgrades that reached 101, percent. */
        CONNECTION_SUCCESS("connection success", "%", 99, 95, true),
        /** Reconnections in an hour for each connection that was open. */
        RECONNECTIONS("reconnections", "/h", 1, 5, false),
        /** 99th percentile of the time that messages spend in the engine, milliseconds. */
        MESSAGE_LATENCY("message latency", "ms", 100, 500, false),
        /** Pings that were answered in time, percent. */
        PING_PONG("ping–pong success", "%", 100, 98, true);

        private final String label;
        private final String unit;
        private final double target;
        private final double alert;
        private final boolean higherIsBetter;

        Kind(String label, String unit, double target, double alert, boolean higherIsBetter) {
            this.label = label;
            this.unit = unit;
            this.target = target;
            this.alert = alert;
            this.higherIsBetter = higherIsBetter;
        }

        public String label() {
            return label;
        }

        public String unit() {
            return unit;
        }

        public double target() {
            return target;
        }

        /** Beyond this an alert is raised. */
        public double alert() {
            return alert;
        }

        public boolean higherIsBetter() {
            return higherIsBetter;
        }

        /** Whether a value is as good as the target asks. 100 % is met only by 100 %; the others must be passed. */
        public boolean meetsTarget(double value) {
            return higherIsBetter ? target == 100 ? value >= target : value > target : value < target;
        }

        /** Whether a value is bad enough for an alert. */
        public boolean isAlarming(double value) {
            return higherIsBetter ? value < alert : value > alert;
        }
    }

    /** Whether the target is met; also when nothing was measured. */
    public boolean good() {
        return Double.isNaN(value) || kind.meetsTarget(value);
    }
}
