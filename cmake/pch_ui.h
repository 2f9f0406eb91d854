// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for targets with windows.
#pragma once

#include "pch_core.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QWidget>
