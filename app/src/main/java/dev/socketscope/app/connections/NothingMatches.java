package dev.socketscope.app.connections;

import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Search;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What the table says when there are connections, but none to show. */
final class NothingMatches extends StackPane {
    NothingMatches(Search search) {
        search.expression().subscribe(expression -> {
            if (expression.isEmpty()) {
                getChildren().setAll(new EmptyState(Feather.FILTER, Strings.of("nothing.part"),
                        Strings.of("nothing.part.text")));
                return;
            }
            Button clear = new Button(Strings.of("nothing.clear"));
            clear.setOnAction(e -> search.replace(""));
            getChildren().setAll(new EmptyState(Feather.FILTER, Strings.of("nothing.search"),
                    Strings.of("nothing.search.text", expression), clear));
        });
    }
}
