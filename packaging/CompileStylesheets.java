import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts the binary form of each stylesheet beside it, which JavaFX takes in its place: reading the text again at every start costs the window a
 * good twentieth of a second. Run by the build.
 */
final class CompileStylesheets {
    private CompileStylesheets() {}

    /** @param args the folder */
    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path text : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                Path binary = Path.of(text.toString().replaceAll("css$", "bss"));
                Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            }
        }
    }
}
