package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Engines;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Opens recordings and HTTP archives, above all those that are dropped on the window. */
final class FileDrop {
    private FileDrop() {}

    /** Takes files that are dropped there. */
    static void on(Node place, Engines engines) {
        place.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        place.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            event.setDropCompleted(!files.isEmpty());
            open(place, engines, files);
            event.consume();
        });
    }

    /** Shows each as one more engine of the window, and tells over the place why one is none. */
    static void open(Node place, Engines engines, List<File> files) {
        files.forEach(file -> engines.attach(file.getAbsolutePath(), "", why -> {
            if (!why.isEmpty()) {
                Notice.show(place, Strings.of("recording.not"), why);
            }
        }));
    }
}
