package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.RttPage;

/** The round trips of one leg as far as the window has read them. */
final class LegLine {
    static final int BOUND = 10_000;
    /** Pings are half a minute apart unless a route says otherwise; two missing ones are a gap. */
    private static final long BREAK = 90 * TimeView.SECOND;
    private static final double MILLI = 1_000;

    private final String connection;
    private final Leg leg;
    private final ChartPoints points = new ChartPoints(BOUND);
    private final String path;
    private final int place;
    private long cursor;

    /** @param place of the connection among those that are shown, from 0; it gives both its lines their colour */
    LegLine(Connection connection, Leg leg, int place) {
        this.place = place;
        this.connection = connection.id();
        this.path = Shorten.line(connection.path());
        this.leg = leg;
    }

    /** Reads what is new. */
    void read(Engine engine) {
        RttPage page;
        do {
            page = engine.rtt(connection, leg, cursor);
            cursor = page.next();
            for (RttPage.Sample sample : page.samples()) {
                points.add(sample.atMicros(), sample.answered() ? sample.micros() / MILLI : Double.NaN);
            }
        } while (!page.samples().isEmpty());
    }

    /** Moves on with whatever is read. */
    long cursor() {
        return cursor;
    }

    Leg leg() {
        return leg;
    }

    ChartPoints points() {
        return points;
    }

    /** Tells it from all others. */
    String key() {
        return connection + " " + leg;
    }

    String connection() {
        return connection;
    }

    int place() {
        return place;
    }

    String side() {
        return Strings.of(leg == Leg.CLIENT ? "rtt.client" : "rtt.upstream");
    }

    /** {@code /echo ws_4kf2a client}. */
    String name() {
        return path + " " + connection + " " + side();
    }

    /**
     * Alone, the legs have the colours of their directions; beside others, a connection has a colour and its client's leg is dashed.
     *
     * @param many whether lines of other connections stand beside it
     */
    int colour(boolean many) {
        return many ? place : leg.ordinal();
    }

    boolean dashed(boolean many) {
        return many && leg == Leg.CLIENT;
    }

    /** @param many as in {@link #colour} */
    ChartSeries series(boolean many, double opacity) {
        return new ChartSeries(many ? name() : side(), colour(many), opacity, dashed(many), BREAK, points);
    }
}
