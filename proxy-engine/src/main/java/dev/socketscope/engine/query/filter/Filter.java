package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.journal.FrameScreen;
import org.jspecify.annotations.Nullable;

/**
 * A filter expression that was understood. Immutable.
 *
 * <pre>
 * error  "two words"  hex:0a0b  /time.?out/i          in the content; letter case does not matter outside a regex
 * path:/_hmr  host:  route:  proto:                   the connection's: contains, or all of it when there is a *
 * conn:ws_12  conn:12  state:open                     the connection's: all of it; * stands for anything
 * dir:up  dir:down  op:text  op:control  op:data      who sent it; what it is
 * size>1k  inproxy>5ms  seq>=100                      = == != &lt; &lt;= > >=; k and kb are 1024; durations need a unit
 * json.type=="update"  json.list[0].n>3  json["a b"]  a value of a JSON message; [*] is any element
 * json.path ~ /src/  json.err                         its text matches; it is there
 * a b   a and b   a or b   not a   -a   (a b) or c    "not" binds most, "or" least
 * </pre>
 *
 * {@code json.x!=1} wants {@code x} to be there; {@code not json.x==1} does not. A frame whose in-proxy time is unknown passes no
 * {@code inproxy} condition. A fragment is searched by itself, the last one of a message with the whole message.
 */
public final class Filter {
    /** Selects everything. */
    public static final Filter ALL = new Filter(Expr.Constant.ALWAYS);
    /** Selects nothing. */
    public static final Filter NONE = new Filter(Expr.Constant.NEVER);

    private final Expr expr;

    private Filter(Expr expr) {
        this.expr = expr;
    }

    /**
     * Reads an expression; a blank one selects everything.
     *
     * @throws FilterException when it cannot be understood, with the position and what was expected there
     */
    public static Filter parse(String expression) throws FilterException {
        return expression.isBlank() ? ALL : new Filter(new FilterParser(expression).parse());
    }

    /** Whether every frame passes, unseen. */
    public boolean isAll() {
        return expr == Expr.Constant.ALWAYS;
    }

    /** Whether no frame passes, unseen. */
    public boolean isNone() {
        return expr == Expr.Constant.NEVER;
    }

    /**
     * What is left of the filter for the frames of one connection, as it is now.
     *
     * @param connection null when nothing is known about it: no condition on a connection is met
     */
    public Filter on(@Nullable Connection connection) {
        Expr left = Conditions.on(expr, connection);
        return left.equals(expr) ? this : new Filter(left);
    }

    /** False only if the conditions on the connection alone rule out all its frames. */
    public boolean couldMatch(Connection connection) {
        return !on(connection).isNone();
    }

    /** Whether the frame of that connection passes. */
    public boolean matches(FilterSubject frame, @Nullable Connection connection) {
        return Conditions.holds(Conditions.on(expr, connection), frame);
    }

    /** Whether the frame passes a filter that was reduced by {@link #on}. Conditions on a connection count as not met. */
    public boolean matches(FilterSubject frame) {
        return Conditions.holds(expr, frame);
    }

    /** What every frame passes that passes the filter, whatever its connection is. */
    public FrameScreen screen() {
        return Conditions.screen(expr);
    }

    /** Whether any condition asks something of the connection, so that its changes matter. */
    public boolean asksConnection() {
        return Conditions.asks(expr, part -> part instanceof Expr.OnConnection);
    }

    /** Whether any condition asks for the time in the proxy, which is not known at once. */
    public boolean asksInProxy() {
        return Conditions.asks(expr, Filter::isInProxy);
    }

    private static boolean isInProxy(Expr expr) {
        return expr instanceof Expr.OnFrame(FrameTerm.OfQuantity(Quantity quantity, var _, var _))
                && quantity == Quantity.IN_PROXY;
    }
}
