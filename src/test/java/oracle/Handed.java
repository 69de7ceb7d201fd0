package oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A session as it was handed in, in one file or in several: what it says as a whole, and where each cell went. */
public final class Handed {
    /**
     * A cell of a file.
     *
     * @param file name of the file or folder
     * @param cell A1 address, "" when none is named
     */
    public record Place(String file, String cell) {}

    private final RawSession whole;
    private final List<Split.Part> parts;
    private final List<Writer.Written> written = new ArrayList<>();
    private final List<Split.Conflict> conflicts;

    private Handed(RawSession whole, List<Split.Part> parts, List<Split.Conflict> conflicts) {
        this.whole = whole;
        this.parts = parts;
        this.conflicts = conflicts;
    }

    /** Hands a session in as one file or folder. */
    public static Handed whole(RawSession raw, Path input, Random random) throws IOException {
        Handed handed = new Handed(raw, List.of(Split.Part.all(raw)), List.of());
        handed.written.add(Writer.written(raw, input, random));
        return handed;
    }

    /** Hands a session in as two or three files, where that can be done without another meaning; else as one. */
    public static Handed split(RawSession raw, Path input, Random random) throws IOException {
        Split split = Split.of(raw, random);
        Handed handed = new Handed(split.whole(), split.parts(), split.conflicts());
        for (Split.Part part : split.parts()) {
            handed.written.add(Writer.written(part.raw(), input, random));
        }
        return handed;
    }

    /** What all files say together: its rows in the order of the files, the first value where two contradict. */
    public RawSession session() {
        return whole;
    }

    /** Where the files contradict each other. */
    public List<Split.Conflict> conflicts() {
        return conflicts;
    }

    /** The names of the files and folders. */
    public List<String> files() {
        return written.stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    /**
     * Where an anomaly may be told, "" for a cell that is not named: one place, or, for a conflict, one in each file that
     * states the cell.
     */
    public List<Place> places(Anomaly anomaly) {
        List<Place> stated = new ArrayList<>();
        List<Place> empty = new ArrayList<>();
        List<Place> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Split.Part part = parts.get(i);
            int row = part.row(anomaly.sheet(), anomaly.row());
            if (row < 0 && anomaly.row() >= 0) {
                continue; // the row is in other files
            }
            String file = files().get(i);
            String cell = written.get(i)
                    .cell(new Anomaly(
                            anomaly.sheet(),
                            anomaly.header(),
                            row,
                            anomaly.candidate(),
                            anomaly.code(),
                            anomaly.gravity()));
            if (!cell.isEmpty() && part.states(anomaly.sheet(), row, anomaly.header())) {
                stated.add(new Place(file, cell));
            } else if (!cell.isEmpty()) {
                empty.add(new Place(file, cell));
            } else if (row >= 0 && !anomaly.header().isEmpty()) {
                Map<String, String> line =
                        written.get(i).cells().get(anomaly.sheet()).get(row);
                rows.add(new Place(file, "A" + line.values().iterator().next().replaceAll("[A-Z]+", "")));
            }
        }
        if (anomaly.code().equals(Split.CONFLICT)) {
            return stated;
        }
        for (List<Place> places : List.of(stated, empty, rows)) {
            if (!places.isEmpty()) {
                return List.of(places.getFirst());
            }
        }
        return files().stream().map(file -> new Place(file, "")).toList();
    }
}
