package dev.socketscope.app.faults;

import dev.socketscope.engine.api.FaultType.Group;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A card for every type of fault, in groups; what people look for most comes first. */
final class CardList extends ScrollPane {
    private static final List<Group> GROUPS = List.of(Group.TRANSPORT, Group.HANDSHAKE, Group.MESSAGE, Group.CONTROL,
            Group.PROTOCOL, Group.SCHEDULE);

    CardList(List<CardModel> cards) {
        VBox page = new VBox();
        page.getStyleClass().add("fault-cards");
        for (Group group : GROUPS) {
            Label title = new Label(FaultWords.group(group));
            title.getStyleClass().addAll("muted", "fault-group");
            page.getChildren().add(title);
            cards.stream()
                    .filter(card -> card.draft().type().group() == group)
                    .map(FaultCard::new)
                    .forEach(page.getChildren()::add);
        }
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "card-list");
    }
}
