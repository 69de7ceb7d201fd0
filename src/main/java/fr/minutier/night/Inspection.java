package fr.minutier.night;

import fr.minutier.bordereau.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading and checking without making anything: nothing is written. */
public final class Inspection {
    private final Workplace place;
    private final Studio studio;

    /**
     * Loads definitions and templates.
     *
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Inspection(Workplace place) throws InvalidDefinition, IOException {
        this.place = place;
        this.studio = new Studio(place, Optional.empty(), Optional.empty());
    }

    /**
     * All anomalies of these bordereaux, file after file; what the register knows of closed sessions is taken into
     * account.
     *
     * @throws RegisterBusy when a run holds the register
     */
    public List<Anomaly> of(List<Path> files) throws IOException, RegisterBusy {
        List<Anomaly> anomalies = new ArrayList<>();
        Optional<Register> register = Register.openIfPresent(place.register());
        try {
            Studio informed = register.map(studio::knowing).orElse(studio);
            for (Path file : files) {
                anomalies.addAll(of(file, informed, register));
            }
        } finally {
            register.ifPresent(Register::close);
        }
        return anomalies;
    }

    private static List<Anomaly> of(Path file, Studio studio, Optional<Register> register) {
        String name = file.toAbsolutePath().normalize().getFileName().toString();
        Inbox.Entry entry = Files.isDirectory(file) ? new Inbox.CsvFolder(file, name) : new Inbox.Workbook(file, name);
        HandedIn handedIn = HandedIn.read(entry);
        if (handedIn instanceof HandedIn.LeftAlone leftAlone) {
            return List.of(leftAlone.why());
        }
        HandedIn.Legible readable = (HandedIn.Legible) handedIn;
        Checked checked = studio.check(readable.bordereau());
        List<Anomaly> anomalies = new ArrayList<>(checked.anomalies());
        String id = checked.sessionId();
        if (id != null && register.isPresent()) {
            Surveyed surveyed = Survey.surveyed(Dossier.of(id, readable, checked, studio), List.of(entry));
            register.get()
                    .closed(id)
                    .filter(closed -> surveyed.changes(closed) && surveyed.correction() == null)
                    .ifPresent(closed -> anomalies.addFirst(surveyed.closedAndChanged()));
        }
        return anomalies;
    }
}
