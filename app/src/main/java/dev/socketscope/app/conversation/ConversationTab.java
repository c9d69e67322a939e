package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Dialer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;

/** The tab in which the chosen connection's conversation is held again. */
public final class ConversationTab implements AutoCloseable {
    public static final String ID = "again";
    private static final double FORM_SHARE = 0.4;

    private final ConversationModel model;
    private final TabSlot slot;

    public ConversationTab(Live live, Selection selection, Dialer dialer, MockPort mocks) {
        model = new ConversationModel(live.engine(), dialer, mocks, live::deliver);
        selection.connection()
                .subscribe((LiveConnection chosen) -> model.choose(chosen == null ? null : chosen.connection()));
        slot = new TabSlot(ID, Strings.of("again.title"), this::content, new SimpleStringProperty(""));
    }

    public TabSlot slot() {
        return slot;
    }

    private Node content() {
        ScrollPane form = new ScrollPane(new ConversationForm(model));
        form.setFitToWidth(true);
        form.getStyleClass().add("plain-scroll");
        SplitPane parts = new SplitPane(form, new OutcomePart(model));
        parts.getStyleClass().add("conversation");
        parts.setDividerPositions(FORM_SHARE);
        return parts;
    }

    /** Ends what is being held. */
    @Override
    public void close() {
        model.stop();
    }
}
