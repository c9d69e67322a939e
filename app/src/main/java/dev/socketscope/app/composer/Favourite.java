package dev.socketscope.app.composer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that is kept under a name; what is missing in a file counts as empty.
 *
 * @param messages to be sent over it, the one sent last at the end
 */
record Favourite(String name, SocketPlan plan, List<Body.State> messages) {
    Favourite(@Nullable String name, @Nullable SocketPlan plan, @Nullable List<Body.State> messages) {
        this.name = Objects.requireNonNullElse(name, "");
        this.plan = Objects.requireNonNullElse(plan, SocketPlan.EMPTY);
        this.messages = Objects.requireNonNullElse(messages, List.<Body.State>of())
                .stream()
                .filter(Favourite::isWhole)
                .toList();
    }

    private static boolean isWhole(Body.@Nullable State message) {
        return message != null && message.opcode() != null && message.text() != null;
    }

    static Favourite unnamed(SocketPlan plan) {
        return new Favourite("", plan, List.of());
    }

    Favourite named(String other) {
        return new Favourite(other, plan, messages);
    }

    Favourite with(List<Body.State> others) {
        return new Favourite(name, plan, others);
    }

    Favourite withoutSecrets() {
        return new Favourite(name, plan.withoutSecrets(), messages);
    }
}
