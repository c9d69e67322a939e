package dev.socketscope.app.composer;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Columns of cards. */
final class Pages {
    private Pages() {}

    /** Cards under each other, the last of which takes what the others leave; they can be scrolled where there is too little room. */
    static ScrollPane column(String style, Node... cards) {
        VBox column = new VBox(cards);
        column.getStyleClass().add(style);
        VBox.setVgrow(cards[cards.length - 1], Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "composer-forms");
        return scroll;
    }
}
