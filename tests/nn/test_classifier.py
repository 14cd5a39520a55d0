"""The softmax classifier against finite differences and scikit-learn."""

import numpy as np
import pytest

from tutor.nn import classifier
from tutor.nn.losses import categorical_cross_entropy, one_hot


@pytest.fixture
def data():
    random = np.random.default_rng(4)
    X = random.normal(size=(60, 4))
    labels = (X @ random.normal(size=(4, 3)) + random.normal(size=(60, 3))).argmax(axis=1)
    return X, labels


def _cost(X, Y, model):
    return categorical_cross_entropy(classifier.probabilities(X, model), Y)


def test_the_gradient_agrees_with_finite_differences(data):
    X, labels = data
    Y = one_hot(labels, 3)
    random = np.random.default_rng(5)
    model = classifier.Classifier(random.normal(size=(4, 3)), random.normal(size=3))
    slope = classifier.gradient(X, Y, model)
    h = 1e-6
    for i in range(4):
        for j in range(3):
            nudge = np.zeros((4, 3))
            nudge[i, j] = h
            rise = _cost(X, Y, model._replace(W=model.W + nudge)) - _cost(X, Y, model._replace(W=model.W - nudge))
            assert slope.W[i, j] == pytest.approx(rise / (2 * h), abs=1e-7)
    for j in range(3):
        nudge = h * np.eye(3)[j]
        rise = _cost(X, Y, model._replace(b=model.b + nudge)) - _cost(X, Y, model._replace(b=model.b - nudge))
        assert slope.b[j] == pytest.approx(rise / (2 * h), abs=1e-7)


def test_long_training_reaches_the_cost_of_scikit_learns_logistic_regression(data):
    from sklearn.linear_model import LogisticRegression

    X, labels = data
    Y = one_hot(labels, 3)
    model = classifier.train(X, Y, classifier.untrained(4, 3), alpha=1.0, epochs=5000)
    oracle = LogisticRegression(C=np.inf, max_iter=5000, tol=1e-10).fit(X, labels)
    assert _cost(X, Y, model) == pytest.approx(categorical_cross_entropy(oracle.predict_proba(X), Y), abs=1e-3)
    assert (classifier.scores(X, model).argmax(axis=1) == oracle.predict(X)).all()


def test_an_untrained_classifier_gives_every_class_the_same():
    p = classifier.probabilities(np.ones((2, 4)), classifier.untrained(4, 10))
    assert p.tolist() == [[pytest.approx(0.1)] * 10] * 2
