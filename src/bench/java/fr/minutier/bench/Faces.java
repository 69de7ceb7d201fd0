package fr.minutier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The fonts of all peers: Liberation Sans, as the product embeds it. */
enum Faces {
    REGULAR("LiberationSans-Regular.ttf"),
    BOLD("LiberationSans-Bold.ttf");

    static final String FAMILY = "Liberation Sans";

    private final String file;

    Faces(String file) {
        this.file = file;
    }

    /** Its name within the jar of fonts. */
    String resource() {
        return "liberation/" + file;
    }

    InputStream open() {
        return Objects.requireNonNull(Faces.class.getResourceAsStream("/" + resource()));
    }

    byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Copies it to a folder, for peers that read files. */
    Path copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(file), bytes());
    }
}
