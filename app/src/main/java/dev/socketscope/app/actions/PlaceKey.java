package dev.socketscope.app.actions;

import org.jspecify.annotations.Nullable;

/**
 * A key that does something in one place only. The place sees to it itself; it is here to be told of.
 *
 * @param place for people, for example {@code Frames}
 * @param title what it does there
 * @param over id of the action that the same key does everywhere else; null when there is none
 */
public record PlaceKey(String place, String title, Shortcut shortcut, @Nullable String over) {
    public PlaceKey(String place, String title, Shortcut shortcut) {
        this(place, title, shortcut, null);
    }
}
