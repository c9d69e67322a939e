package dev.socketscope.app.scenarios;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ScenarioReader;
import dev.socketscope.engine.config.ShippedScenarios;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The scenarios that there are: those that come with the program, and a person's own, which are files of a folder or were opened from
 * elsewhere. Every one stays open, so that going to another loses nothing. Files have at most 1 MiB, so that they are read and written
 * where they are wanted. JavaFX thread only; needs no toolkit.
 */
final class Library {
    /** More files of the folder than these are left out. */
    static final int MOST = 200;
    private static final String TEMPLATE = """
            seed: 1
            steps:
              - {at: 1s, cut: {mode: rst}}
            expect:
              - reconnects-within: 10s
            """;

    private final Path folder;
    private final InstantSource clock;
    private final ObservableList<Document> documents = FXCollections.observableArrayList();
    private int left;

    Library(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        for (String name : ShippedScenarios.NAMES) {
            String text = ShippedScenarios.text(name);
            documents.add(new Document(name, null, text, text, clock));
        }
        readFolder();
    }

    /** Those that come with the program first. */
    ObservableList<Document> documents() {
        return documents;
    }

    /** How many files of the folder are not among the documents, because they are too many or cannot be read. */
    int left() {
        return left;
    }

    Path folder() {
        return folder;
    }

    /** Those that would be lost if the window were closed now. */
    List<Document> unsaved() {
        return documents.stream().filter(document -> document.changed().get()).toList();
    }

    /** A new one, not saved yet. */
    Document create() {
        return add("new-scenario", TEMPLATE);
    }

    /** Another one with the same text, not saved yet. */
    Document duplicate(Document document) {
        return add(document.name().get(), document.text().get());
    }

    /**
     * The one of a file, which is read unless it is open already.
     *
     * @throws IOException when it cannot be read; the message is for people
     */
    Document open(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        Optional<Document> known = documents.stream()
                .filter(document -> document.file().filter(place::equals).isPresent())
                .findFirst();
        return known.isPresent() ? known.get() : read(place);
    }

    /**
     * Writes it to its file. One that comes with the program is saved as a person's own, and stays as it was.
     *
     * @return the one that has been saved
     * @throws IOException when it cannot be written; the message is for people
     */
    Document save(Document document) throws IOException {
        return saveAs(document, document.file().orElseGet(() -> freeFile(document.name().get())));
    }

    /** As {@link #save}, to another file. */
    Document saveAs(Document document, Path file) throws IOException {
        Path place = file.toAbsolutePath();
        Files.createDirectories(place.resolveSibling("."));
        Files.writeString(place, document.text().get());
        if (document.file().isPresent()) {
            document.savedAs(place);
            return document;
        }
        Document own = read(place);
        document.revert();
        return own;
    }

    private Document add(String name, String text) {
        Path file = freeFile(name);
        Document document = new Document(ScenarioReader.name(file), file, "", text, clock);
        documents.add(document);
        return document;
    }

    private Path freeFile(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> folder.resolve(name + (number == 1 ? "" : "-" + number) + ".yaml").toAbsolutePath())
                .filter(file -> !Files.exists(file)
                        && documents.stream().noneMatch(document -> document.file().filter(file::equals).isPresent()))
                .findFirst()
                .orElseThrow();
    }

    private void readFolder() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
            all.forEach(files::add);
            files.sort(null);
            left = Math.max(0, files.size() - MOST);
        } catch (IOException | DirectoryIteratorException _) {
            left++;
        }
        files.stream().limit(MOST).forEach(this::tryToRead);
    }

    private void tryToRead(Path file) {
        try {
            read(file.toAbsolutePath());
        } catch (IOException _) {
            left++;
        }
    }

    private Document read(Path file) throws IOException {
        String text = text(file);
        Document document = new Document(ScenarioReader.name(file), file, text, text, clock);
        documents.add(document);
        return document;
    }

    private static String text(Path file) throws IOException {
        try {
            return ScenarioReader.text(file);
        } catch (ConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
