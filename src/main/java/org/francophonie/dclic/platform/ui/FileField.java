package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Where one file is chosen or dropped, with what to say when it cannot be taken. */
public final class FileField extends Upload {
    private static final long serialVersionUID = 1;

    /**
     * @param most bytes
     * @param inWords the same for people
     * @param endings such as {@code .zip}
     * @param wrongType what is said of a file with another ending
     * @param choose words of the button
     * @param error where what is wrong is said
     * @param arrived told of the file and its name; the file is the listener's from then on
     */
    public FileField(
            long most,
            String inWords,
            List<String> endings,
            String wrongType,
            String choose,
            ErrorLine error,
            BiConsumer<Path, String> arrived) {
        setUploadHandler(new FileIntake(
                most, getTranslation("import.too-large", inWords), getTranslation("import.one-file"), arrived));
        setMaxFiles(1);
        setMaxFileSize((int) most);
        setAcceptedFileExtensions(endings.toArray(String[]::new));
        setI18n(words(inWords, wrongType, choose));
        getElement().executeJs("window.dclicUpload(this, $0)", getLocale().toLanguageTag());
        addFileRejectedListener(event -> error.say(event.getErrorMessage()));
    }

    private UploadI18N words(String most, String wrongType, String choose) {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("import.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("import.one-file"))
                        .setFileIsTooBig(getTranslation("import.too-large", most))
                        .setIncorrectFileType(wrongType))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("import.sending"))
                                .setProcessing(getTranslation("import.sending"))
                                .setHeld(getTranslation("import.sending"))
                                .setStalled(getTranslation("import.stalled")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("import.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("import.upload-failed"))
                                .setUnexpectedServerError(getTranslation("import.upload-failed"))
                                .setForbidden(getTranslation("import.upload-failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("import.retry"))
                        .setStart(choose)
                        .setRemove(getTranslation("import.remove")))
                .setUnits(new UploadI18N.Units().setSize(List.of("o", "Ko", "Mo", "Go")));
    }
}
