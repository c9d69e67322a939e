package dev.socketscope.engine.doctor;

import java.util.List;
import java.util.Optional;

/** A {@code map} of nginx, which makes a variable of the value of {@code $http_upgrade}. */
record NginxMap(Directive map) {

    /** The one that makes a variable; empty when the file has none, or when it is made of something else. */
    static Optional<NginxMap> of(Directive file, String variable) {
        return file.below("map")
                .filter(map -> map.lower(0).equals("$http_upgrade") && map.word(1).equals(variable))
                .findFirst()
                .map(NginxMap::new);
    }

    /** The line that counts for {@code Upgrade: websocket}; empty when another file or a regular expression may have a say. */
    private Optional<Directive> line() {
        List<Directive> lines = map.body();
        if (lines.stream().anyMatch(l -> l.is("include") || l.name().startsWith("~"))) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(l -> l.name().equalsIgnoreCase("websocket"))
                .findFirst()
                .or(() -> map.find("default"))
                .or(() -> Optional.of(map));
    }

    /** The line to blame when an upgrade is not told to be one. */
    Optional<Directive> wrong() {
        return line().filter(l -> l == map || !l.lower(0).contains("upgrade") && !l.word(0).contains("$"));
    }
}
