package oracle;

import java.nio.file.Path;
import java.util.Random;

/** Fills an input folder by hand: {@code SizedInput FOLDER SESSIONS CANDIDATES}, each session a workbook. */
public final class SizedInput {
    private SizedInput() {}

    public static void main(String[] arguments) throws Exception {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    /** Writes that many sessions of that many candidates: always the same ones. */
    public static void write(Path input, int sessions, int candidates) throws Exception {
        RandomSessions supply = new RandomSessions(candidates);
        Random form = new Random(candidates);
        for (int i = 0; i < sessions; i++) {
            Writer.writeWorkbook(supply.next(candidates), input, form);
        }
    }
}
