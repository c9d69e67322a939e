package dev.socketscope.app.connections;

import javafx.scene.Parent;

/** Asks how something shall be done to connections. */
interface AskForm {
    Parent build();

    /** Says why the engine would not do it. */
    void refuse(String why);
}
