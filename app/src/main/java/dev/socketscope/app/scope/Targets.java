package dev.socketscope.app.scope;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.FaultMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What something can be applied to now: everything, the routes, and what live connections have. Of each at most {@value #MOST}.
 *
 * @param choices everything, or nothing, first
 * @param left how many live connections are not among the choices
 */
public record Targets(List<Choice> choices, int left) {
    private static final int LONGEST_PATH = 80;

    public static final int MOST = 40;

    /** @param words what it is, for a list */
    public record Choice(FaultMatch match, String words) {}

    public static Targets of(EngineInfo engine, Collection<Connection> connections) {
        List<Connection> live = connections.stream().filter(Connection::live).toList();
        List<Choice> choices = new ArrayList<>(List.of(of(FaultMatch.ANY, "scope.target.all", "")));
        engine.routes()
                .stream()
                .map(EngineInfo.RouteInfo::rule)
                .limit(MOST)
                .forEach(rule -> choices.add(of(Scopes.route(rule), "scope.target.route", rule)));
        distinct(live, Connection::path)
                .forEach(path -> choices.add(of(FaultMatch.ANY.onPath(path), "scope.target.path", path)));
        distinct(live, Connection::sandbox)
                .forEach(name -> choices.add(of(Scopes.sandbox(name), "scope.target.sandbox", name)));
        live.reversed().stream().limit(MOST).map(Targets::of).forEach(choices::add);
        return new Targets(choices, Math.max(0, live.size() - MOST));
    }

    /** Live connections alone, the newest first. */
    public static Targets ofConnections(Collection<Connection> connections) {
        List<Connection> live = connections.stream().filter(Connection::live).toList();
        List<Choice> choices = new ArrayList<>(List.of(of(FaultMatch.ANY, "scope.target.choose", "")));
        live.reversed().stream().limit(MOST).map(Targets::of).forEach(choices::add);
        return new Targets(choices, Math.max(0, live.size() - MOST));
    }

    public static Choice of(Connection connection) {
        return of(FaultMatch.ANY.onConnection(connection.id()), "scope.target.connection",
                connection.id() + "  " + Shorten.to(connection.path(), LONGEST_PATH));
    }

    /** For one that is chosen and not among the choices any more. */
    public static Choice of(FaultMatch match) {
        return new Choice(match, Scopes.words(match));
    }

    private static Choice of(FaultMatch match, String key, String name) {
        return new Choice(match, name.isEmpty() ? Strings.of(key) : Strings.of(key, name));
    }

    private static Stream<String> distinct(List<Connection> live, Function<Connection, @Nullable String> part) {
        return live.stream().map(part).filter(Objects::nonNull).distinct().sorted().limit(MOST);
    }
}
