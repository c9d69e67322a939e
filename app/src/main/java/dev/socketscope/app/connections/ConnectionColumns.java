package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** The columns of the table of connections. */
final class ConnectionColumns {
    private static final Set<String> SUMMED = Set.of("sent", "received", "rate", "buffered", "bytes-sent",
            "bytes-received");

    private ConnectionColumns() {}

    /** In their usual order; those that are not {@code visible} wait in the table's column menu. */
    static List<TableColumn<Line, Content>> all(ObservableValue<Instant> clock,
            UnaryOperator<String> faultName) {
        return List.of(
                column("state", 152, KeyOrder.natural(c -> c.connection().state()), StateCell::new),
                column("path", 180, KeyOrder.natural(c -> c.connection().path()), PathCell::new),
                text("protocol", 158, c -> ConnectionTexts.protocol(c.connection()), "muted"),
                text("client", 134, c -> ConnectionTexts.client(c.connection()), "data", "muted"),
                text("sandbox", 104, c -> ConnectionTexts.sandbox(c.connection()), "data"),
                right(column("age", 68, KeyOrder.natural(ConnectionColumns::opened).reversed(),
                        () -> new AgeCell(clock))),
                messages("sent", 78, Direction.TO_UPSTREAM, "to-upstream"),
                messages("received", 100, Direction.TO_CLIENT, "to-client"),
                column("rate", 92, KeyOrder.natural(ConnectionColumns::rate), RateCell::new),
                rtt("rtt-client", 88, Leg.CLIENT),
                rtt("rtt-upstream", 106, Leg.UPSTREAM),
                number("buffered", 92, c -> ConnectionTexts.buffered(c.connection()), ConnectionTexts::buffered,
                        ConnectionColumns::buffered, "held"),
                column("faults", 144, KeyOrder.natural(c -> c.connection().faults().size()),
                        () -> new FaultsCell(faultName)),
                number("upgrade", 86, c -> ConnectionTexts.upgrade(c.connection()), group -> "",
                        c -> c.connection().handshake().totalMicros()),
                bytes("bytes-sent", Direction.TO_UPSTREAM),
                bytes("bytes-received", Direction.TO_CLIENT),
                text("close", 196, c -> ConnectionTexts.close(c.connection()), "muted"),
                waiting(text("compression", 110, c -> ConnectionTexts.compression(c.connection()), "muted")),
                waiting(text("upstream", 170, c -> c.connection().upstreamUri(), "data", "muted")),
                waiting(text("route", 140, c -> c.connection().route(), "data", "muted")),
                waiting(text("id", 110, LiveConnection::id, "data", "muted")));
    }

    /** Whether something is said of a group in this column. */
    static boolean hasSum(TableColumn<Line, ?> column) {
        return SUMMED.contains(column.getId());
    }

    private static Instant opened(LiveConnection c) {
        return c.connection().openedAt();
    }

    private static double rate(LiveConnection c) {
        return c.toUpstream().messages() + c.toClient().messages();
    }

    private static long buffered(LiveConnection c) {
        return c.connection().survival().bufferedToUpstream() + (long) c.connection().survival().bufferedToClient();
    }

    private static TableColumn<Line, Content> rtt(String id, double width, Leg leg) {
        return right(column(id, width, KeyOrder.natural(c -> ConnectionTexts.leg(c.connection(), leg).rttMicros()),
                () -> new RttCell(leg)));
    }

    private static TableColumn<Line, Content> messages(String id, double width,
            Direction direction, String style) {
        Function<LiveConnection, Long> messages = c -> c.connection().traffic(direction).messages();
        return number(id, width, c -> Units.count(messages.apply(c)),
                group -> Units.count(group.traffic(direction).messages()), messages, style);
    }

    private static TableColumn<Line, Content> bytes(String id, Direction direction) {
        Function<LiveConnection, Long> bytes = c -> c.connection().traffic(direction).bytes();
        return number(id, 76, c -> Units.bytes(bytes.apply(c)),
                group -> Units.bytes(group.traffic(direction).bytes()), bytes, "muted");
    }

    private static TableColumn<Line, Content> text(String id, double width,
            Function<LiveConnection, String> text, String... styles) {
        return column(id, width, new KeyOrder<>(text, String.CASE_INSENSITIVE_ORDER),
                () -> new TextCell(text, group -> "", styles));
    }

    private static TableColumn<Line, Content> number(String id, double width, Function<LiveConnection, String> text,
            Function<Totals, String> sum, Function<LiveConnection, Long> value, String... styles) {
        return right(column(id, width, KeyOrder.natural(value), () -> new TextCell(text, sum, styles)));
    }

    private static TableColumn<Line, Content> column(String id, double width, KeyOrder<?> order,
            Supplier<TableCell<Line, Content>> cell) {
        return new ConnectionColumn(id, width, order, cell);
    }

    private static TableColumn<Line, Content> right(TableColumn<Line, Content> column) {
        column.getStyleClass().addAll("right", "figures");
        return column;
    }

    private static TableColumn<Line, Content> waiting(
            TableColumn<Line, Content> column) {
        column.setVisible(false);
        return column;
    }
}
