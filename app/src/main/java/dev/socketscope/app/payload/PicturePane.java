package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A payload that is a picture, as large as it is or as there is room. It is read in the background. JavaFX thread only. */
final class PicturePane extends Pane {
    private final Live live;
    private final Consumer<String> tell;
    private final ImageView picture = new ImageView();
    private byte[] wanted = new byte[0];

    /** @param tell says what kind of picture it is, or why it cannot be seen */
    PicturePane(Live live, Consumer<String> tell) {
        this.live = live;
        this.tell = tell;
        getStyleClass().add("payload-picture");
        setMinSize(0, 0);
        setPrefSize(0, 0);
        picture.setPreserveRatio(true);
        picture.setManaged(false);
        managedProperty().bind(visibleProperty());
        getChildren().add(picture);
        setVisible(false);
    }

    void show(byte[] bytes) {
        wanted = bytes;
        picture.setImage(null);
        Optional<Picture> format = Picture.of(bytes);
        if (format.isEmpty()) {
            tell.accept(Strings.of("payload.picture.none"));
        } else if (format.get().shown()) {
            tell.accept(format.get().name());
            live.deliver(CompletableFuture.supplyAsync(() -> new Image(new ByteArrayInputStream(bytes)),
                    Thread::startVirtualThread), (image, failure) -> read(bytes, format.get(), image));
        } else {
            tell.accept(Strings.of("payload.picture.unknown", format.get().name()));
        }
    }

    private void read(byte[] bytes, Picture format, @Nullable Image image) {
        if (bytes != wanted || !isVisible()) {
            return;
        }
        if (image == null || image.isError()) {
            tell.accept(Strings.of("payload.picture.wrong", format.name()));
            return;
        }
        picture.setImage(image);
        String size = Strings.of("payload.picture.size", format.name(), Units.count((long) image.getWidth()),
                Units.count((long) image.getHeight()));
        tell.accept(size);
        setAccessibleText(size);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = picture.getImage();
        if (image != null) {
            double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
            double height = Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
            picture.setFitWidth(Math.min(width, image.getWidth()));
            picture.setFitHeight(Math.min(height, image.getHeight()));
            var bounds = picture.getLayoutBounds();
            picture.relocate(snapPositionX((getWidth() - bounds.getWidth()) / 2),
                    snapPositionY((getHeight() - bounds.getHeight()) / 2));
        }
    }
}
