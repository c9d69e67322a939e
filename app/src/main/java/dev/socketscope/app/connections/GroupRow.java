package dev.socketscope.app.connections;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The line above the connections of a group, with what they come to together. */
final class GroupRow implements Line {
    private final String name;
    private final ObjectProperty<Content> totals = new SimpleObjectProperty<>(Totals.NONE);
    private List<ConnectionRow> members = List.of();
    private final BooleanProperty folded;

    GroupRow(String name, boolean folded) {
        this.name = name;
        this.folded = new SimpleBooleanProperty(folded);
    }

    String name() {
        return name;
    }

    /** Whether its connections are hidden. */
    BooleanProperty folded() {
        return folded;
    }

    List<ConnectionRow> members() {
        return members;
    }

    void members(List<ConnectionRow> now) {
        members = now;
        sum();
    }

    /** Adds up again what the members have become. */
    void sum() {
        totals.set(Totals.of(members.stream().map(ConnectionRow::get).toList()));
    }

    @Override
    public String key() {
        return "group " + name;
    }

    @Override
    public ObservableValue<Content> content() {
        return totals;
    }

    @Override
    public Stream<String> connections() {
        return members.stream().map(ConnectionRow::key);
    }
}
