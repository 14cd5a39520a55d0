"""The words of the built-in course: those on a step, and those that are looked for."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest

from tests.learner.tour import LESSONS
from tests.trusted import standing_course
from tutor.course.outline import load_outline
from tutor.learner.progress import StepPlace
from tutor.session.glossary import Definition, definitions_of, matching, terms_on
from tutor.session.search import Kind, Passage, search, term_passages

DECK = {
    "퍼셉트론": "perceptron",
    "인공신경망": "artificial neural network",
    "인공 뉴런": "neuron",
    "노드": "neuron",
    "가중치": "weight",
    "계단함수": "step function",
    "이진분류": "binary classification",
    "지도학습": "supervised learning",
    "활성 함수": "activation function",
    "활성화 함수": "activation function",
    "임계치": "threshold",
    "임계값": "threshold",
    "결정경계": "decision boundary",
    "다층 퍼셉트론": "multi-layer perceptron",
    "다층 신경망": "multi-layer perceptron",
    "단층 퍼셉트론": "single-layer perceptron",
    "단층": "single-layer perceptron",
    "입력층": "input layer",
    "은닉층": "hidden layer",
    "출력층": "output layer",
    "심층 신경망": "deep neural network",
    "DNN": "deep neural network",
    "딥러닝": "deep learning",
    "XOR": "XOR",
    "ANN": "artificial neural network",
    "시냅스": "synapse",
    "오차역전파법": "backpropagation",
    "오차 역전파": "backpropagation",
    "매개변수": "parameter",
    "파라미터": "parameter",
    "비선형함수": "nonlinear function",
    "sigmoid": "sigmoid",
    "시그모이드 함수": "sigmoid",
    "자연상수": "Euler's number",
    "행렬의 곱": "matrix product",
    "행렬의 내적": "matrix product",
    "내적": "dot product",
    "차원": "dimension",
    "형상": "shape",
    "다차원 배열": "array",
    "cost function": "cost",
    "비용함수": "cost",
    "비용 함수": "cost",
    "loss function": "loss",
    "손실함수": "loss",
    "손실 함수": "loss",
    "훈련세트": "training set",
    "훈련 세트": "training set",
    "미니 배치": "mini-batch",
    "훈련샘플": "sample",
    "모델": "model",
    "Hypothesis": "hypothesis",
    "가설": "hypothesis",
    "MSE": "mean squared error",
    "Mean Squared Error": "mean squared error",
    "binary crossentropy": "binary cross-entropy",
    "binary cross entropy": "binary cross-entropy",
    "log loss": "binary cross-entropy",
    "로그손실": "binary cross-entropy",
    "이항 교차 엔트로피": "binary cross-entropy",
    "이항교차엔트로피": "binary cross-entropy",
    "등급": "class",
    "보정된 확률": "corrected probability",
    "수정된 확률": "corrected probability",
    "로그": "logarithm",
    "categorical crossentropy": "categorical cross-entropy",
    "MNIST": "MNIST",
    "경사하강 알고리즘": "gradient descent",
    "경사 하강법": "gradient descent",
    "gradient descent algorithm": "gradient descent",
    "포물선": "parabola",
    "미분": "derivative",
    "기울기": "slope",
    "편미분": "partial derivative",
    "업데이트": "update",
    "수렴": "converge",
    "learning rate": "learning rate",
    "학습률": "learning rate",
    "linear regression": "linear regression",
    "선형회귀": "linear regression",
    "bias": "bias",
    "편향": "bias",
}
"""From what the lecture deck, or a Korean textbook, calls a thing to what the course calls it in English."""

OUTLINE = load_outline(LESSONS)
TERMS = standing_course(LESSONS).glossary


@cache
def words(language: str) -> tuple[Definition, ...]:
    return definitions_of(TERMS, OUTLINE, language)


@cache
def passages(language: str) -> tuple[Passage, ...]:
    return tuple(term_passages(words(language), language))


def english(definition: Definition) -> str:
    return definition.term.name.in_("en")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_name_of_the_deck_and_of_textbooks_finds_its_term_first(language: str) -> None:
    titles = {" · ".join((one.name, *one.others)): english(one) for one in words(language)}
    for name, expected in DECK.items():
        for query in (name, unicodedata.normalize("NFD", name), name.upper(), f" {name} "):
            assert expected == english(matching(words(language), query)[0]), query
            hit = search(passages(language), query)[0]
            assert (Kind.TERM, expected) == (hit.passage.kind, titles[hit.passage.title]), query


@pytest.mark.parametrize("query", ["learningrate", "learning-rate", "Learning Rate", "학 습 률"])
def test_spaces_and_hyphens_do_not_count_in_a_name(query: str) -> None:
    assert ["learning rate"] == [english(one) for one in matching(words("en"), query)][:1]


def test_what_stands_in_a_sentence_comes_after_what_stands_in_a_name() -> None:
    found = [english(one) for one in matching(words("en"), "softmax")]
    assert "softmax" == found[0]
    assert "score" in found[1:]
    assert () == matching(words("en"), "photosynthesis")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_definition_is_in_one_language_with_the_names_of_both(language: str) -> None:
    loss = next(one for one in words(language) if english(one) == "loss")
    names = (loss.name, *loss.others)
    assert {"loss", "loss function", "손실", "손실 함수"} == set(names)
    assert (names[0] == "loss") is (language == "en")
    assert StepPlace("cost", "one-sample") == loss.place
    assert loss.taught.startswith("8 · ")


def on(lesson: str, step: str, language: str) -> list[str]:
    course = standing_course(LESSONS)
    found = course.lesson(lesson)
    assert found is not None
    number = found.step_index(step)
    assert number is not None
    here = terms_on(StepPlace(lesson, step), found.steps[number], TERMS, OUTLINE, language)
    return [term.name.in_("en") for term in here]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_terms_on_a_step_are_those_that_stand_there(language: str) -> None:
    names = on("xor", "names", language)
    assert {"input layer", "hidden layer", "output layer", "deep neural network", "weight", "bias"} <= set(names)
    assert "gradient descent" not in names
    assert "multi-layer perceptron" == names[names.index("input layer") - 1]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_ordinary_word_is_a_term_only_once_it_was_taught(language: str) -> None:
    # Slides of lesson 3 speak of a slope; it is explained in the next one.
    assert "slope" not in on("neural-networks", "deep", language)
    assert "slope" in on("gradient-descent", "update", language)
    assert "cost" not in on("matrices", "baskets", language)
    assert "cost" in on("cost", "flat-line", language) or "cost" in on("cost", "parabola", language)
