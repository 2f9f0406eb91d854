# SPDX-License-Identifier: GPL-3.0-or-later
# Sources of ui/dialogs; included by ui/CMakeLists.txt.
set(INLET_UI_DIALOGS
    AddressPage AddressText AttachmentStrip BodyEdit BounceCausePage BounceDialog BounceTable CategoriesPage CertificatePanel CheckActions CheckRow ChecksPage ChoiceList
    ChecksView CommandPalette ComposeNotes ComposeWarnings Composer ComposerBar ComposerHead ComposerWindow ConnectWizard
    DecisionLogDialog DecisionLogModel DialogPrompts DoNotContactDialog DonePage DraftKeeper FleetInputPage FleetModel FleetPage FleetRunner FleetTable
    FolderPickers GeneralPage HistoryPage IdentityForm IdentityPage KeepViewDialog KeyCapture KeyEditor MailboxDelegate MailboxModel MailboxRemoval LabelPicker LeadColumnTable LeadImportDialog ListPage
    MailboxSettings MailboxTable MailboxTags NotificationPage OutboxDialog OutboxModel OutgoingDocument PasswordEdit
    PasswordReuse PreferencesDialog QuickPick RecipientGuard RepairMailbox ReplyBuilder RuleDialog RulesPage SecretsDialog ServerForm ServersPage SettingsPage SignInPage SpeechPage SuppressionDialog SuppressionModel TemplateDialog TextDialog TemplatePicker TemplateText ViewForm ViewsDialog When WhenDialog
    Words)
list(TRANSFORM INLET_UI_DIALOGS PREPEND dialogs/)
set(INLET_UI_DIALOG_HEADERS ${INLET_UI_DIALOGS})
list(TRANSFORM INLET_UI_DIALOGS APPEND .cpp)
list(TRANSFORM INLET_UI_DIALOG_HEADERS APPEND .h)
list(APPEND INLET_UI_DIALOGS ${INLET_UI_DIALOG_HEADERS} dialogs/ComposeRequest.h
    dialogs/ComposerSending.cpp dialogs/ComposerTemplates.cpp dialogs/OutgoingReader.cpp dialogs/Prompts.h dialogs/WizardPage.h)
