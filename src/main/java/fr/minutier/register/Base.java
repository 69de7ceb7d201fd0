package fr.minutier.register;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a register lives: in a file of its folder, as long as nothing else is asked for, or in a PostgreSQL database.
 *
 * @param folder of the register, {@code output/.registre}; what the register keeps beside its database lies there always
 * @param server the PostgreSQL database; empty for the file
 */
public record Base(Path folder, Optional<Server> server) {
    /** The register in the file of a folder. */
    public static Base file(Path folder) {
        return new Base(folder, Optional.empty());
    }

    @Override
    public String toString() {
        return server.map(Server::toString).orElse(folder.toString());
    }
}
