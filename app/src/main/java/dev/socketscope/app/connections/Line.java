package dev.socketscope.app.connections;

import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** A place in the table; it stays the same object while what it shows changes. */
sealed interface Line permits ConnectionRow, GroupRow {
    /** Tells it from all other lines. */
    String key();

    ObservableValue<Content> content();

    /** Ids of the connections that it stands for. */
    Stream<String> connections();
}
