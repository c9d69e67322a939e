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
    private long cursor;

    LegLine(Connection connection, Leg leg) {
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

    Leg leg() {
        return leg;
    }

    ChartPoints points() {
        return points;
    }

    /** @param many whether lines of other connections stand beside it */
    ChartSeries series(boolean many) {
        String side = Strings.of(leg == Leg.CLIENT ? "rtt.client" : "rtt.upstream");
        return new ChartSeries(many ? path + " " + connection + " " + side : side, leg.ordinal(), many ? 0.75 : 1,
                BREAK, points);
    }
}
