package dev.socketscope.app.composer;

import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.engine.api.Direction;
import java.util.function.Function;

/** Which way a message goes, in one character and its colour. */
final class Arrows {
    private Arrows() {}

    static String of(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? "↑" : "↓";
    }

    static <T> void column(FollowTable<T> table, Function<T, Direction> direction) {
        table.tinted("arrow", 34, row -> of(direction.apply(row)), row -> direction.apply(row).wireName(),
                "narrow");
    }
}
