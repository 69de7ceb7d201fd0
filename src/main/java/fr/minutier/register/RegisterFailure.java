package fr.minutier.register;

/**
 * The register cannot be read or written: disk, rights, or a damaged file. Nothing that a user typed causes it. The
 * message is a French sentence; the cause says the rest to the log.
 */
public final class RegisterFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegisterFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
