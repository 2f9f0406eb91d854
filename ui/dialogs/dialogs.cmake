# SPDX-License-Identifier: GPL-3.0-or-later
# Sources of ui/dialogs; included by ui/CMakeLists.txt.
set(INLET_UI_DIALOGS
    AddressPage AddressText CertificatePanel CheckActions CheckRow ChecksPage ChecksView ConnectWizard
    DialogPrompts DonePage FleetInputPage FleetModel FleetPage FleetRunner FleetTable HistoryPage
    IdentityForm IdentityPage Parts PasswordEdit PasswordReuse SecretsDialog ServerForm ServersPage
    SignInPage Words)
list(TRANSFORM INLET_UI_DIALOGS PREPEND dialogs/)
set(INLET_UI_DIALOG_HEADERS ${INLET_UI_DIALOGS})
list(TRANSFORM INLET_UI_DIALOGS APPEND .cpp)
list(TRANSFORM INLET_UI_DIALOG_HEADERS APPEND .h)
list(APPEND INLET_UI_DIALOGS ${INLET_UI_DIALOG_HEADERS} dialogs/Prompts.h dialogs/WizardPage.h)
