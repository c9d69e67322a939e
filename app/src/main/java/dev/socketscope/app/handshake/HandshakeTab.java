package dev.socketscope.app.handshake;

import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.live.Selection;
import javafx.beans.property.SimpleStringProperty;

/** The tab about the chosen connection's upgrade. */
public final class HandshakeTab {
    private HandshakeTab() {}

    public static TabSlot create(Selection selection) {
        return new TabSlot("handshake", Strings.of("handshake.title"),
                () -> Fxml.load("handshake", new HandshakeController(selection)), new SimpleStringProperty(""));
    }
}
