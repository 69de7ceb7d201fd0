package fr.minutier.archive;

import fr.minutier.register.Break;
import fr.minutier.register.Edition;
import fr.minutier.register.Head;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Proves a register: chains, tables, files on disk, and what witnesses remember. Looks only. */
public final class RegisterProof {
    private final Register register;
    private final Path output;
    private final Path kept;

    /**
     * A proof.
     *
     * @param output the folder of all sessions
     * @param kept the folder of what is kept beside the register
     */
    public RegisterProof(Register register, Path output, Path kept) {
        this.register = register;
        this.output = output;
        this.kept = kept;
    }

    /**
     * What is found of one session.
     *
     * @param head of its chain, as far as it holds
     * @param firstBreak empty when all agrees
     */
    public record Found(String session, Head head, Optional<Break> firstBreak) {}

    /**
     * Every session of the register and of the witnesses, in order.
     *
     * @throws IOException when a file cannot be read
     */
    public List<Found> of(List<Witness> witnesses) throws IOException {
        TreeSet<String> sessions = new TreeSet<>(register.sessions());
        sessions.addAll(register.chained());
        witnesses.stream().map(Witness::session).forEach(sessions::add);
        List<Found> found = new ArrayList<>();
        for (String session : sessions) {
            found.add(of(
                    session,
                    witnesses.stream()
                            .filter(witness -> witness.session().equals(session))
                            .toList()));
        }
        return found;
    }

    private Found of(String session, List<Witness> witnesses) throws IOException {
        Chain chain = new Chain(session);
        Optional<Break> firstBreak = register.firstBreak(session);
        int last = firstBreak.map(at -> at.rank() - 1).orElseGet(() -> register.heads(session)
                .size());
        for (int rank = 1; rank <= last; rank++) {
            chain.add(register.entry(session, rank));
        }
        for (Witness witness : witnesses) {
            if (firstBreak.isEmpty()) {
                firstBreak = chain.contradicted(witness);
            }
        }
        if (firstBreak.isEmpty()) {
            firstBreak = onDisk(session, chain).map(what -> new Break(session, 0, what));
        }
        return new Found(session, chain.head(), firstBreak);
    }

    private Optional<String> onDisk(String session, Chain chain) throws IOException {
        Optional<Edition> inForce = register.current(session);
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        Path folder = output.resolve(session);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("le dossier «\u00a0" + folder + "\u00a0» manque");
        }
        Optional<String> difference = FilesFound.in(folder)
                .difference(
                        chain.editions().getLast(),
                        sha256 -> register.bySha256(sha256).isPresent()
                                || register.fileBySha256(sha256).isPresent());
        if (difference.isPresent()) {
            return difference;
        }
        for (OnRecord edition : chain.editions()) {
            for (var file : edition.kept().entrySet()) {
                Path path = kept.resolve(file.getKey());
                if (Files.isRegularFile(path) && !Sha256.of(path).equals(file.getValue())) {
                    return Optional.of(
                            "«\u00a0" + file.getKey() + "\u00a0», gardé tel que reçu ou utilisé, a été modifié");
                }
            }
        }
        return Optional.empty();
    }
}
