package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Connection;
import java.util.Arrays;
import java.util.Locale;

/** What connections of one group have in common. */
enum Grouping {
    NONE {
        @Override
        String name(Connection connection) {
            return "";
        }
    },
    ROUTE {
        @Override
        String name(Connection connection) {
            return connection.route();
        }
    },
    SANDBOX {
        @Override
        String name(Connection connection) {
            return connection.sandbox() == null ? Strings.of("group.no-sandbox") : connection.sandbox();
        }
    },
    PATH {
        @Override
        String name(Connection connection) {
            return connection.path();
        }
    };

    /** Of the group that a connection belongs to. */
    abstract String name(Connection connection);

    String title() {
        return Strings.of("group." + word());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so; {@link #NONE} when there is none. */
    static Grouping called(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst().orElse(NONE);
    }
}
