"""What can be done with proposals: write, change, remove, order, take in from a file, save as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from stanceline import StancelineError
from stanceline.discourse.stances.proposal_drafts import Draft, draft_of
from stanceline.model.edits import DismissSuggestion, SetProposals
from stanceline.model.proposal_list import moved
from stanceline.records import Proposal, Suggestion
from stanceline.ui.detail.evidence import source_line
from stanceline.ui.notice import Choice
from stanceline.ui.proposals.proposal_form import Answer, ProposalForm
from stanceline.ui.proposals.proposals_dialog import ProposalsDialog
from stanceline.ui.proposals.suggestion_list import Offer
from stanceline.ui.words import counted, say
from stanceline.ui.written import failure_text, write_aside

if TYPE_CHECKING:
    from stanceline.model.project import Project
    from stanceline.ui.main_window import MainWindow
    from stanceline.workers import Counseled


class ProposalCommands(QObject):
    """The acts of one window; list and editor, where they are open, show them and tell of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("proposalCommands")
        self._window, self._session = window, window.session
        self._dialog: ProposalsDialog | None = None
        self._form: ProposalForm | None = None
        self._project: Project | None = None
        self._question: tuple[int, Proposal | None, bool] = (0, None, False)
        self._waiting: str | None = None
        self._told_at: int | None = None
        self._session.analysis_changed.connect(self._on_analysis)
        self._session.undo.indexChanged.connect(self._on_undo_index)
        self._session.counseled.connect(self._on_counseled)
        self._session.named.connect(self._on_named)

    # ---- the list

    def show_list(self) -> None:
        """Open the list, or bring it to the front."""
        self._session.need_project()
        if self._dialog is None:
            dialog = ProposalsDialog(self._window, self._window.theme, self._session)
            dialog.add_asked.connect(self.add)
            dialog.edit_asked.connect(self.edit)
            dialog.remove_asked.connect(self.remove)
            dialog.move_asked.connect(self.move)
            dialog.import_asked.connect(self.take_in)
            dialog.export_asked.connect(self.save)
            dialog.finished.connect(lambda _answer: self._on_list_closed())
            self._dialog = dialog
        _bring_up(self._dialog)

    def _on_list_closed(self) -> None:
        self._dialog = None

    def _over(self) -> QWidget:
        return self._dialog or self._window

    def _tell(self, text: str, *choices: Choice, can_undo: bool = False, is_warning: bool = False) -> None:
        self._told_at = self._session.undo.index() if can_undo else None
        if can_undo:
            choices = (*choices, (say("Undo"), self._session.undo.undo))
        bar = self._dialog.notice if self._dialog is not None else self._window.panes.notice
        bar.tell(text, choices, is_warning=is_warning)

    def _on_undo_index(self, index: int) -> None:
        """What was told of an edit is over when another was made or it was taken back."""
        if self._told_at is not None and index != self._told_at:
            self._told_at, self._waiting = None, None
            (self._dialog.notice if self._dialog is not None else self._window.panes.notice).hide()

    def _on_named(self) -> None:
        if self._session.project is not self._project and self._form is not None:
            # The editor belongs to the project that it was opened in.
            self._form.done(0)
        self._project = self._session.project

    # ---- write and change

    def add(self) -> None:
        """Open the editor on a new proposal."""
        self._open(Draft())

    def edit(self, ident: str) -> None:
        """Open the editor on a proposal of the project."""
        found = next((p for p in self._session.need_project().proposals if p.id == ident), None)
        if found is not None:
            self._open(draft_of(found))

    def _open(self, draft: Draft) -> None:
        if self._form is not None:
            # One at a time: two wordings of one proposal would overwrite each other.
            _bring_up(self._form)
            return
        self._project = self._session.need_project()
        form = ProposalForm(
            self._over(), self._window.theme, draft, self._project.proposals, self._offer,
            has_articles=self._session.has_articles(),
        )  # fmt: skip
        form.asked.connect(self._on_asked)
        form.answered.connect(self._on_answered)
        form.dismissed.connect(lambda one: self._dismiss(draft.kept, one))
        form.finished.connect(lambda _answer: self._on_form_closed())
        self._form = form
        _bring_up(form)
        form.begin()

    def _on_form_closed(self) -> None:
        self._form = None

    def _on_asked(self, proposal: Proposal, is_thorough: bool) -> None:
        number = self._session.consult(proposal, is_thorough=is_thorough)
        self._question = (number, proposal if number else None, is_thorough)

    def _on_counseled(self, answer: Counseled) -> None:
        number, proposal, is_thorough = self._question
        if self._form is None or proposal is None or answer.number < number:
            return
        if answer.number > number:
            # Somebody else asked later, and only the newest of two that wait is sure to be answered.
            self._on_asked(proposal, is_thorough)
            return
        self._question = (number, None, is_thorough)
        self._form.show_counsel(answer.counsel, answer.says, is_thorough=is_thorough)

    def _offer(self, suggestion: Suggestion) -> Offer:
        index = self._session.index
        article = index.articles.get(suggestion.example[0])
        names = tuple(index.actor_name(actor) for actor, _ in suggestion.actors)
        if article is None:
            return Offer(suggestion, "", "", names)
        start, end = suggestion.example[1]
        return Offer(suggestion, " ".join(article.text[start:end].split()), source_line(article, start), names)

    def _dismiss(self, kept: Proposal | None, suggestion: Suggestion) -> None:
        if kept is not None:
            self._session.apply(DismissSuggestion(kept.id, suggestion.kind, suggestion.text))

    def _on_answered(self, answer: Answer) -> None:
        proposal, project = answer.proposal, self._session.need_project()
        known = {other.id: other for other in project.proposals}
        if known.get(proposal.id) != proposal:
            words = say("Change the proposal “%1”") if proposal.id in known else say("Add the proposal “%1”")
            if not self._session.apply(SetProposals((proposal,), text=words.replace("%1", proposal.title))):
                return
            self._waiting = proposal.id
            self._tell(say("“%1” was saved.").replace("%1", proposal.title), can_undo=True)
        for one in answer.dismissed:
            self._session.apply(DismissSuggestion(proposal.id, one.kind, one.text))
        if self._dialog is not None:
            self._dialog.refresh()
            self._dialog.show_proposal(proposal.id)

    def _on_analysis(self) -> None:
        """Tell what a proposal has brought, once that is known."""
        if self._waiting is None or self._session.project is None or not self._session.project.is_derived:
            return
        ident, self._waiting = self._waiting, None
        proposal = next((p for p in self._session.project.proposals if p.id == ident), None)
        if proposal is None:
            return
        rows = [row for row in self._session.index.analysis.stances if row.proposal == ident]
        if rows:
            found = counted(len(rows), "One stance", "%1 stances")
            who = counted(len({row.holder for row in rows}), "one actor", "%1 actors")
            says = say("“%1” has %2 of %3 now.").replace("%2", found).replace("%3", who)
            self._tell(says.replace("%1", proposal.title), can_undo=True)
        elif self._session.has_articles():
            says = say("“%1” was saved, but nobody takes a side on it yet. Another name may help.")
            again = (say("Edit…"), lambda: self.edit(ident))
            self._tell(says.replace("%1", proposal.title), again, can_undo=True)

    # ---- remove and order

    def remove(self, ident: str) -> None:
        """Take a proposal out; its parts stay, on their own."""
        project = self._session.need_project()
        gone = next((p for p in project.proposals if p.id == ident), None)
        if gone is None:
            return
        orphans = tuple(replace(p, part_of=None) for p in project.proposals if p.part_of == ident)
        text = say("Remove the proposal “%1”").replace("%1", gone.title)
        if self._session.apply(SetProposals(orphans, (ident,), text=text)):
            self._tell(say("“%1” was removed.").replace("%1", gone.title), can_undo=True)

    def move(self, ident: str, by: int) -> None:
        """Move a proposal up or down, that is to the left or right in the matrix."""
        project = self._session.need_project()
        order = tuple(p.id for p in project.proposals)
        new = moved(order, ident, by)
        if new != order:
            title = next(p.title for p in project.proposals if p.id == ident)
            self._session.apply(SetProposals(order=new, text=say("Move the proposal “%1”").replace("%1", title)))
            if self._dialog is not None:
                self._dialog.show_proposal(ident)

    def move_shown(self, ident: str, by: int) -> None:
        """Move a proposal past its neighbor in the matrix, whatever stands between them that no article names."""
        project = self._session.need_project()
        order = [p.id for p in project.proposals]
        shown = [p.id for p in self._session.index.analysis.proposals]
        at = shown.index(ident) + by if ident in shown else -1
        if 0 <= at < len(shown) and shown[at] in order:
            self.move(ident, order.index(shown[at]) - order.index(ident))

    # ---- files

    def take_in(self) -> None:
        """Ask for a file of proposals and take them all in, or none where one of them cannot be read."""
        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(
            self._over(), say("Import proposals"), settings.folder("proposals"),
            say("Proposals (*.toml *.json);;All files (*)"),
        )  # fmt: skip
        if name:
            settings.set_folder("proposals", Path(name).parent)
            self.take_in_file(Path(name))

    def take_in_file(self, path: Path) -> None:
        """Take in the proposals of a file; one with the id of another takes its place."""
        from stanceline.discourse.stances.proposals import read_proposals

        try:
            found = read_proposals(path)
        except StancelineError as error:
            self._tell(say("Nothing was imported. %1").replace("%1", str(error)), is_warning=True)
            return
        before = {p.id: p for p in self._session.need_project().proposals}
        new = tuple(p for p in found if before.get(p.id) != p)
        if not new:
            self._tell(say("All proposals of %1 are here already.").replace("%1", path.name))
            return
        number = counted(len(new), "one proposal", "%1 proposals")
        text = say("Import %1 from %2").replace("%1", number).replace("%2", path.name)
        if self._session.apply(SetProposals(new, text=text)):
            says = counted(len(new), "One proposal was imported from %2.", "%1 proposals were imported from %2.")
            replaced = sum(p.id in before for p in new)
            if replaced:
                says += " " + counted(replaced, "One took the place of another.", "%1 took the places of others.")
            self._tell(says.replace("%2", path.name), can_undo=True)
            if self._dialog is not None:
                self._dialog.refresh()
                self._dialog.show_proposal(new[0].id)

    def save(self) -> None:
        """Ask for a name and save all proposals as TOML."""
        settings = self._window.settings
        proposed = str(Path(settings.folder("proposals")) / f"{self._session.name()}-proposals.toml")
        name, _ = QFileDialog.getSaveFileName(
            self._over(), say("Export proposals"), proposed, say("Proposals (*.toml)")
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".toml")
            settings.set_folder("proposals", path.parent)
            self.save_file(path)

    def save_file(self, path: Path) -> None:
        """Save all proposals as TOML, which can be imported again and given to `--proposal`."""
        from stanceline.discourse.stances.proposals import write_proposals

        proposals = self._session.need_project().proposals
        try:
            write_aside(path, write_proposals(proposals).encode())
        except OSError as error:
            self._tell(failure_text(error, path), is_warning=True)
            return
        says = counted(len(proposals), "One proposal was saved in %2.", "%1 proposals were saved in %2.")
        self._tell(says.replace("%2", path.name))


def _bring_up(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
