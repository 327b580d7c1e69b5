package org.francophonie.dclic.authoring.block;

/** A file of a package that stands beside another by its name: {@code film.mp4} has {@code film.vtt} and {@code film-leger.mp4}. */
public enum Companion {
    /** WebVTT. */
    CAPTIONS,
    /** The words spoken, as plain text. */
    TRANSCRIPT,
    /** The same in fewer bytes. */
    LIGHT;

    /** Where it stands for a file; the path has an ending. */
    public String of(String path) {
        int dot = path.lastIndexOf('.');
        var stem = dot < 0 ? path : path.substring(0, dot);
        return switch (this) {
            case CAPTIONS -> stem + ".vtt";
            case TRANSCRIPT -> stem + ".txt";
            case LIGHT -> stem + "-leger" + (dot < 0 ? "" : path.substring(dot));
        };
    }
}
